import { describe, expect, it } from 'vitest';
import { onLines, toggled, withCondition } from '../../src/state/breakpoints.js';

const TWO = [
  { line: 3, condition: null },
  { line: 8, condition: 'step == 5' },
];

describe('breakpoints', () => {
  it('keep their conditions when the text above them grows', () => {
    expect(onLines(TWO, [4, 9])).toEqual([
      { line: 4, condition: null },
      { line: 9, condition: 'step == 5' },
    ]);
  });

  it('come and go by their lines', () => {
    expect(onLines(TWO, [8])).toEqual([TWO[1]]);
    expect(onLines(TWO, [3, 5, 8])).toEqual([TWO[0], { line: 5, condition: null }, TWO[1]]);
    expect(toggled(TWO, 3)).toEqual([TWO[1]]);
    expect(toggled(TWO, 1)).toEqual([{ line: 1, condition: null }, ...TWO]);
  });

  it('have no condition when nothing is written', () => {
    expect(withCondition(TWO, 8, '  ')).toEqual([TWO[0], { line: 8, condition: null }]);
    expect(withCondition(TWO, 3, 'loss < 1')).toEqual([{ line: 3, condition: 'loss < 1' }, TWO[1]]);
  });
});
