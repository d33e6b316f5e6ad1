import { expect, test } from 'vitest';
import { summarise } from '../../src/controls/grads.js';

/** @param {import('../../src/engine/protocol.ts').GradState} grad @param {boolean} [requiresGrad] */
const parameter = (grad, requiresGrad = true) => ({
  ...{ name: 'w', shape: [1], requiresGrad, grad, node: null, value: 0, gradient: null },
});

test('kinds of .grad are counted apart, ×2 from ×3, and None is not 0', () => {
  const kinds = summarise([
    parameter({ is: 'accumulated', times: 2 }),
    parameter({ is: 'none' }),
    parameter({ is: 'accumulated', times: 3 }),
    parameter({ is: 'accumulated', times: 2 }),
    parameter({ is: 'zero' }),
    parameter({ is: 'none' }, false),
  ]);
  expect(kinds[0]).toEqual({ state: { is: 'accumulated', times: 2 }, count: 2 });
  expect(kinds.slice(1).map(({ count }) => count)).toEqual([1, 1, 1]);
});
