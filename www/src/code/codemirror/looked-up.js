/**
 * Which name of the list a place in the text speaks of, told from the syntax: what is imported, what a name was made by,
 * and which names the run knows as tensors. Where that is not sure there is no answer.
 *
 * @import { EditorState } from '@codemirror/state'
 * @import { Name, Names } from '../names/names.js'
 */
import { syntaxTree } from '@codemirror/language';
import { importsOf } from '../names/imports.js';

/** @typedef {ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>} SyntaxNode */

/** Names made by names made by names: a program that goes deeper is not followed. */
const DEEPEST = 8;

export class LookedUp {
  #state;
  #names;
  #tensors;
  #imports;

  /** @param {EditorState} state @param {Names} names @param {Set<string>} tensors names that held a tensor when the program ran */
  constructor(state, names, tensors) {
    this.#state = state;
    this.#names = names;
    this.#tensors = tensors;
    this.#imports = importsOf(state.doc.toString());
  }

  /** @param {{ from: number, to: number }} node */
  #text({ from, to }) {
    return this.#state.sliceDoc(from, to);
  }

  /** The expression that ends here: what stands before a dot. @param {number} end @returns {SyntaxNode} */
  expressionBefore(end) {
    let node = syntaxTree(this.#state).resolveInner(end, -1);
    while (node.parent && node.parent.to === end && !node.parent.type.isTop && node.parent.name !== 'Script') {
      node = node.parent;
    }
    return node;
  }

  /** What a name or a dotted name is in the list. @param {SyntaxNode} node @returns {Name | null} */
  nameOf(node) {
    if (node.name === 'MemberExpression') {
      const [object, name] = [node.firstChild, node.lastChild];
      const place = object && this.placeOf(object);
      return place && name ? this.#names.at(place, this.#text(name)) : null;
    }
    if (node.name !== 'VariableName') return null;
    const path = this.#imports.get(this.#text(node));
    return path ? this.#names.find(this.#names.full(path)) : null;
  }

  /** The place whose names can stand after this and a dot, if it is known. @param {SyntaxNode} node @returns {string | null} */
  placeOf(node, depth = 0) {
    if (depth > DEEPEST) return null;
    const text = this.#text(node);
    if (this.#tensors.has(text)) return this.#names.tensor;
    const inner = (/** @type {SyntaxNode | null} */ child) => (child ? this.placeOf(child, depth + 1) : null);
    switch (node.name) {
      case 'VariableName': {
        const path = this.#names.full(text, this.#imports);
        // A name that the program gives to something of its own is not the usual short one.
        return this.#ofOwn(node, text, depth) ?? (this.#names.isPlace(path) ? path : null);
      }
      case 'MemberExpression': {
        const path = this.#names.full(text, this.#imports);
        return this.#names.isPlace(path) ? path : null;
      }
      case 'CallExpression':
        return this.#ofCall(node, depth);
      case 'ParenthesizedExpression':
        return inner(node.firstChild?.nextSibling ?? null);
      case 'UnaryExpression':
        return this.#onlyTensor(inner(node.lastChild));
      case 'BinaryExpression':
        return this.#onlyTensor(inner(node.firstChild)) ?? this.#onlyTensor(inner(node.lastChild));
      default:
        return null;
    }
  }

  /** Arithmetic makes a tensor of a tensor. @param {string | null} place */
  #onlyTensor(place) {
    return place === this.#names.tensor ? place : null;
  }

  /** @param {SyntaxNode} call @param {number} depth */
  #ofCall(call, depth) {
    const callee = call.firstChild;
    if (!callee) return null;
    const gives = this.nameOf(callee)?.gives;
    if (gives) return gives;
    if (callee.name === 'VariableName') {
      const own = this.#classBase(this.#text(callee));
      if (own) return own;
    }
    // Calling what a class made: a module gives a tensor.
    const made = this.placeOf(callee, depth + 1);
    return made && made !== this.#names.tensor && this.#names.at(made, 'forward') ? this.#names.tensor : null;
  }

  /** The last `name = ...` before the node. @param {SyntaxNode} node @param {string} name @param {number} depth */
  #ofOwn(node, name, depth) {
    /** @type {SyntaxNode | null} */
    let value = null;
    syntaxTree(this.#state).iterate({
      to: node.from,
      enter: ({ name: kind, node: found }) => {
        if (kind !== 'AssignStatement') return;
        const [target, sign] = [found.firstChild, found.firstChild?.nextSibling];
        if (found.to <= node.from && target?.name === 'VariableName' && sign?.name === 'AssignOp') {
          if (this.#text(target) === name) value = found.lastChild;
        }
      },
    });
    return value && this.placeOf(value, depth + 1);
  }

  /** What the instances of a class of this program have from their base. @param {string} name */
  #classBase(name) {
    const match = new RegExp(`^[ \\t]*class[ \\t]+${name}[ \\t]*\\([ \\t]*([\\w.]+)`, 'm').exec(
      this.#state.doc.toString(),
    );
    if (!match) return null;
    return this.#names.find(this.#names.full(match[1] ?? '', this.#imports))?.gives || null;
  }

  /**
   * The call whose arguments a place stands among.
   * @param {number} at
   * @returns {{ name: Name, before: number, given: string[], atStart: boolean } | null} `before`: how many were given by position
   */
  callAround(at) {
    /** @type {SyntaxNode | null} */
    let node = syntaxTree(this.#state).resolveInner(at, -1);
    while (node && !(node.name === 'ArgList' && node.from < at && (at < node.to || node.lastChild?.name !== ')'))) {
      if (['Body', 'LambdaExpression', 'String', 'Comment'].includes(node.name)) return null;
      node = node.parent;
    }
    const callee = node?.parent?.name === 'CallExpression' ? node.parent.firstChild : null;
    const name = callee && this.nameOf(callee);
    if (!node || !name) return null;
    return { name, ...this.#arguments(node, at) };
  }

  /** @param {SyntaxNode} list @param {number} at */
  #arguments(list, at) {
    const given = [];
    let before = 0;
    let atStart = true;
    for (let child = list.firstChild; child; child = child.nextSibling) {
      if (child.name === 'AssignOp' && child.prevSibling) given.push(this.#text(child.prevSibling));
      if (child.to > at || child.name === ')') continue;
      if (child.name === '(' || child.name === ',') atStart = true;
      else if (child.to < at && !child.type.isError) {
        atStart = false;
        if (
          child.nextSibling?.name !== 'AssignOp' &&
          child.name !== 'AssignOp' &&
          child.prevSibling?.name !== 'AssignOp'
        )
          before += 1;
      }
    }
    return { before, given, atStart };
  }

  /** The keyword argument that this name is, if it is one. @param {SyntaxNode} node */
  argumentOf(node) {
    if (node.name !== 'VariableName' || node.parent?.name !== 'ArgList' || node.nextSibling?.name !== 'AssignOp')
      return null;
    const name = this.callAround(node.to)?.name;
    const parameter = name?.parameters.find((one) => one.name === this.#text(node));
    return name && parameter ? { name, parameter } : null;
  }
}
