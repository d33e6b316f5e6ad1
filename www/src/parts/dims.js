/**
 * Which colour a dimension's name has. The same name has the same colour in shapes, prose, code and heat maps; the
 * colours are `--dim-*` in styles/tokens.css.
 */

/** Names that mean one of the five. */
const KINDS = /** @type {const} */ ([
  ['batch', /^(batch|samples?|examples?|rows?|n)$/],
  ['features', /(^|_)features?$|^(hidden|units|embedding|columns?|d_model)$/],
  ['channels', /(^|_)(channels?|heads?|filters?)$/],
  ['time', /^(time|steps?|tokens?|positions?|length|sequence|keys?|queries)$/],
  ['classes', /^(classes|labels?|scores|logits|vocab(ulary)?)$/],
]);

/** @param {string | null | undefined} name @returns {string | null} `batch`, `features` ..., or null for any other name */
export function kindOf(name) {
  const plain = name?.toLowerCase() ?? '';
  return KINDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The colour as CSS. @param {string | null | undefined} name */
export function dimColour(name) {
  const kind = kindOf(name);
  return kind ? `var(--dim-${kind})` : 'currentColor';
}
