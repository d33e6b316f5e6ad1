/** Files from and to the learner's disk. Nothing goes anywhere else. */
import { cleanName } from '../state/share.js';

const MOST_BYTES = 400_000;

/** @param {{ name: string, blob: Blob }} file */
export function download({ name, blob }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Asks for a program. @returns {Promise<{ name: string, text: string }>} @throws {Error} in words for the learner */
export function pickProgram() {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.py,text/x-python,text/plain';
    input.onchange = () => {
      const file = input.files?.[0];
      if (file) readProgram(file).then(resolve, reject);
    };
    input.click();
  });
}

/** @param {File} file @returns {Promise<{ name: string, text: string }>} @throws {Error} in words for the learner */
export async function readProgram(file) {
  if (file.size > MOST_BYTES) throw new Error(`${file.name} is too long to be a program for this page.`);
  const text = (await file.text()).replaceAll('\r\n', '\n');
  if (text.includes('\0')) throw new Error(`${file.name} is not a text, so it is no program.`);
  return { name: cleanName(file.name), text };
}

/**
 * The program among files that were dropped on the page.
 * @param {FileList} files @throws {Error} in words for the learner
 */
export async function droppedProgram(files) {
  const program = [...files].find(({ name }) => name.endsWith('.py'));
  if (program) return readProgram(program);
  throw new Error(`${files[0]?.name ?? 'This'} is no .py file: only programs can be dropped here.`);
}
