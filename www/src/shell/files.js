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
    input.onchange = async () => {
      const file = input.files?.[0];
      if (!file) return;
      if (file.size > MOST_BYTES) reject(new Error(`${file.name} is too long to be a program for this page.`));
      else resolve({ name: cleanName(file.name), text: (await file.text()).replaceAll('\r\n', '\n') });
    };
    input.click();
  });
}
