/** Signatures as texts: `nn.Linear(in_features, out_features, bias=True)`. */

/** @typedef {{ name: string, value: string, only: boolean }} Parameter `value` is its default, `only` by keyword */

/**
 * The signature with another name; called on its first argument, it has that one no more.
 * @param {string} signature @param {string} way @param {boolean} onFirst
 */
export function signatureAs(signature, way, onFirst) {
  const open = signature.indexOf('(');
  if (open < 0) return way;
  const inner = signature.slice(open + 1, signature.lastIndexOf(')'));
  const parameters = split(inner);
  return `${way}(${(onFirst ? parameters.slice(1) : parameters).join(', ')})`;
}

/** The parameters that can be given by keyword, in their order. @param {string} signature @returns {Parameter[]} */
export function parametersOf(signature) {
  const open = signature.indexOf('(');
  if (open < 0) return [];
  /** @type {Parameter[]} */
  const parameters = [];
  let only = false;
  for (const part of split(signature.slice(open + 1, signature.lastIndexOf(')')))) {
    if (part.startsWith('*')) only ||= !part.startsWith('**');
    const match = /^([A-Za-z_]\w*)(?:\s*:[^=]*)?(?:=(.*))?$/s.exec(part);
    if (match) parameters.push({ name: match[1] ?? '', value: match[2] ?? '', only });
  }
  return parameters;
}

/** At the commas that stand in no bracket and no string. @param {string} text */
function split(text) {
  const parts = [''];
  let depth = 0;
  let quote = '';
  for (const sign of text) {
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth -= 1;
    if (sign === ',' && depth === 0 && !quote) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}
