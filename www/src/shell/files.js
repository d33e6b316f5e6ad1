/** Files from and to the learner's disk. Nothing goes anywhere else. */
import { notices, program, session } from '../state/index.js';
import { forgetFile, keepFile } from '../state/kept-files.js';
import { cleanName } from '../state/share.js';

const MOST_CHARACTERS = 400_000;

/** @param {{ name: string, blob: Blob }} file */
export function download({ name, blob }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Asks for files of the learner's disk. @param {{ accept?: string, multiple?: boolean }} which @returns {Promise<File[]>} */
function picked({ accept = '', multiple = false }) {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', accept, multiple });
    input.onchange = () => resolve([...(input.files ?? [])]);
    input.click();
  });
}

/** Opens a program of the learner's disk. */
export async function pickProgram() {
  const [file] = await picked({ accept: '.py,text/x-python,text/plain' });
  if (file) await said(openProgram(file));
}

/** Gives the program files that it can open by their names. */
export async function pickFiles() {
  for (const file of await picked({ multiple: true })) await said(give(file));
}

/**
 * Takes what was dropped on the page: a program is opened, every other file is given to the program.
 * @param {readonly File[]} files
 */
export async function takeDropped(files) {
  const text = files.find(({ name }) => name.endsWith('.py'));
  for (const file of files) if (file !== text) await said(give(file));
  if (text) await said(openProgram(text));
}

/** Takes a given file away. @param {string} name */
export async function remove(name) {
  await session.removeFile(name);
  await forgetFile(name);
}

/** Saves a file of the program on the learner's disk. @param {string} name */
export async function saveFile(name) {
  const bytes = await session.file(name);
  if (bytes) download({ name: name.split('/').at(-1) ?? name, blob: new Blob([new Uint8Array(bytes)]) });
  else notices.show(`There is no file ${name} any more.`, { kind: 'warning' });
}

/** @param {File} file */
async function give(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!(await session.addFile(file.name, bytes))) return;
  await keepFile(file.name, bytes);
  notices.say(`${file.name} is here: the program can open it by this name.`);
}

/** @param {File} file @throws {Error} in words for the learner */
async function openProgram(file) {
  if (file.size > MOST_CHARACTERS) throw new Error(`${file.name} is too long to be a program for this page.`);
  const text = (await file.text()).replaceAll('\r\n', '\n');
  if (text.includes('\0')) throw new Error(`${file.name} is not a text, so it is no program.`);
  await program.open({ name: cleanName(file.name), text });
}

/** Says why something could not be done. @param {Promise<unknown>} work */
const said = (work) => work.catch((/** @type {Error} */ error) => notices.show(error.message, { kind: 'warning' }));
