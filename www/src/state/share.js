/**
 * A program as a link: the text, compressed, in the part of the address that browsers never send anywhere.
 * `#p=` + base64url(deflate(JSON [name, text])).
 */

const KEY = 'p';
/** A link that unpacks to more than this was not made here. */
const MOST_CHARACTERS = 400_000;

export class LinkError extends Error {}

/** @param {{ name: string, text: string }} program @returns {Promise<string>} the fragment, with its `#` */
export async function toFragment({ name, text }) {
  const packed = await throughStream(new TextEncoder().encode(JSON.stringify([name, text])), deflate());
  return `#${KEY}=${toBase64Url(packed)}`;
}

/**
 * @param {string} fragment
 * @returns {Promise<{ name: string, text: string } | null>} null when the fragment speaks of no program
 * @throws {LinkError} when it does, but cannot be read
 */
export async function fromFragment(fragment) {
  const match = new RegExp(`^#${KEY}=(.*)$`, 's').exec(fragment);
  if (!match) return null;
  try {
    const bytes = await throughStream(fromBase64Url(match[1] ?? ''), inflate(), MOST_CHARACTERS * 3);
    const [name, text] = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof name !== 'string' || typeof text !== 'string') throw new TypeError('not a program');
    return { name: cleanName(name), text };
  } catch (cause) {
    throw new LinkError('This link does not hold a program: a part of it may have been lost when it was copied.', {
      cause,
    });
  }
}

/** A file name that is only a file name. @param {string} name */
export function cleanName(name) {
  const plain = name
    .replace(/[^\p{L}\p{N}._ -]/gu, '')
    .trim()
    .slice(0, 60);
  if (!plain || plain === '.py') return 'program.py';
  return plain.endsWith('.py') ? plain : `${plain}.py`;
}

const deflate = () => new CompressionStream('deflate-raw');
const inflate = () => new DecompressionStream('deflate-raw');

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} stream
 * @param {number} [most] bytes to read before giving up
 */
async function throughStream(bytes, stream, most = Infinity) {
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  // Its failure is also the reader's failure, which is the one that is awaited.
  written.catch(() => {});
  const chunks = [];
  let length = 0;
  const reader = stream.readable.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('too long');
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** @param {Uint8Array} bytes */
function toBase64Url(bytes) {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} text */
function fromBase64Url(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
