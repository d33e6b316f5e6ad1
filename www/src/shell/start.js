/** What the page opens with: the program of the link, else that of the last visit, else the first example. */
import { examples, FIRST } from '../state/examples.js';
import { notices, program, session } from '../state/index.js';
import { keptFiles } from '../state/kept-files.js';
import { fromFragment, LinkError } from '../state/share.js';

export async function start() {
  const kept = program.recall();
  for (const [name, bytes] of await keptFiles()) await session.addFile(name, bytes);
  if (await openLink()) return;
  const first = examples.find((example) => example.name === FIRST) ?? examples[0];
  if (kept) program.open(kept);
  else if (first) program.open(first);
}

/** Opens the program that the address holds. @returns {Promise<boolean>} whether there was one */
export async function openLink() {
  try {
    const linked = await fromFragment(location.hash);
    if (!linked) return false;
    program.open(linked);
    const before = program.previous();
    if (before && before.text !== linked.text) {
      notices.show(`This program came with the link. ${before.name} is kept.`, {
        actions: [{ label: `Back to ${before.name}`, run: () => program.bringBack() }],
      });
    }
    return true;
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    notices.show(error.message, { kind: 'warning' });
    return false;
  } finally {
    // From here on the text is the document; a link that lags behind it would bring an old text back.
    if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  }
}
