/**
 * Questions that come faster than their answers: one is asked at a time, of those that come meanwhile only the newest,
 * and an answer to anything but the newest question is not given on.
 * @template Q, A
 * @param {(question: Q) => Promise<A>} ask @param {(answer: A, question: Q) => void} take
 * @returns {{ ask: (question: Q) => Promise<void>, forget: () => void }}
 */
export function latest(ask, take) {
  /** @type {{ question: Q } | null} */
  let next = null;
  let asking = false;
  let asked = 0;
  return {
    async ask(question) {
      asked += 1;
      next = { question };
      if (asking) return;
      asking = true;
      try {
        while (next) {
          const current = next.question;
          const number = asked;
          next = null;
          const answer = await ask(current);
          if (number === asked) take(answer, current);
        }
      } finally {
        asking = false;
      }
    },
    forget() {
      asked += 1;
      next = null;
    },
  };
}
