/**
 * What a program can write, by the place where it stands: the short list of the reference, ready to be asked. It names
 * nothing itself: places, names and their short forms are what the list says.
 *
 * @import { Row } from 'virtual:names'
 */
import { parametersOf, signatureAs } from './signature.js';

/**
 * A name at its place.
 * @typedef {object} Name
 * @property {string} name the last part: `softmax`
 * @property {string} id its entry in the reference; empty for a name that has none
 * @property {string} kind
 * @property {string} signature as this way of writing has it: `x.softmax(dim=None)`
 * @property {string} summary
 * @property {string} formula LaTeX
 * @property {string} shape the shape rule
 * @property {{ name: string, value: string, only: boolean, says: string }[]} parameters `only` by keyword
 * @property {string} gives the place that has the names after its dot: of a tensor, of a module
 */

/** How the list writes "some tensor" in `x.softmax`. */
const SOMETHING = 'x';

export class Names {
  /** @type {Map<string, Map<string, Name>>} */
  #places = new Map();
  /** `nn` is short for which place? @type {Map<string, string>} */
  short = new Map();
  /** The place of what can be asked of a tensor. */
  tensor;

  /** @param {{ entries: Row[], bare: [place: string, names: string][], tensor: string }} data */
  constructor({ entries, bare, tensor }) {
    this.tensor = tensor;
    for (const [id, , signature] of entries) {
      const short = splitName(written(signature)).place;
      const { place } = splitName(id);
      if (short && short !== SOMETHING && short !== place && !this.short.has(short)) this.short.set(short, place);
    }
    for (const row of entries) this.#add(row);
    for (const [place, names] of bare) {
      for (const name of names.split(' ').filter(Boolean)) this.#put(place, { ...NOTHING, name, kind: 'name' });
    }
    for (const place of this.#places.keys()) {
      const { place: above, name } = splitName(place);
      if (above) this.#put(above, { ...NOTHING, name, kind: 'place' });
    }
  }

  /** @param {Row} row */
  #add([id, kind, signature, summary, formula, shape, ways, says, gives]) {
    const about = new Map(says);
    for (const way of [written(signature), ...ways]) {
      const { place: short, name } = splitName(way);
      const method = short === SOMETHING;
      const own = signatureAs(signature, way, method && !signature.startsWith(`${SOMETHING}.`));
      const parameters = parametersOf(own).map((one) => ({ ...one, says: about.get(one.name) ?? '' }));
      this.#put(method ? this.tensor : this.full(short), {
        name,
        id,
        kind,
        signature: own,
        summary,
        formula,
        shape,
        parameters,
        gives,
      });
    }
  }

  /** The first that says what a name is keeps it. @param {string} place @param {Name} name */
  #put(place, name) {
    const names = this.#places.get(place) ?? new Map();
    this.#places.set(place, names);
    if (!names.has(name.name)) names.set(name.name, name);
  }

  /** `F` in full, with a program's own imports before the usual ones. @param {string} path @param {Map<string, string>} [imports] */
  full(path, imports) {
    const [first = '', ...rest] = path.split('.');
    return [imports?.get(first) ?? this.short.get(first) ?? first, ...rest].join('.');
  }

  /** @param {string} place @returns {Name[]} */
  under(place) {
    return [...(this.#places.get(place)?.values() ?? [])];
  }

  /** @param {string} place @param {string} name @returns {Name | null} */
  at(place, name) {
    return this.#places.get(place)?.get(name) ?? null;
  }

  /** @param {string} path a full one @returns {Name | null} */
  find(path) {
    const { place, name } = splitName(path);
    return this.at(place, name);
  }

  /** @param {string} path */
  isPlace(path) {
    return this.#places.has(path);
  }
}

/** @type {Omit<Name, 'name' | 'kind'>} */
const NOTHING = { id: '', signature: '', summary: '', formula: '', shape: '', parameters: [], gives: '' };

/** `nn.Linear` of `nn.Linear(in_features, ...)`. @param {string} signature */
const written = (signature) => signature.split('(')[0] ?? '';

/** @param {string} path @returns {{ place: string, name: string }} */
function splitName(path) {
  const dot = path.lastIndexOf('.');
  return { place: path.slice(0, Math.max(0, dot)), name: path.slice(dot + 1) };
}

/** @type {Promise<Names> | undefined} */
let loaded;

/** The list, fetched when it is first asked for. */
export const loadNames = () => (loaded ??= import('virtual:names').then(({ default: data }) => new Names(data)));
