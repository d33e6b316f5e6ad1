import { expect, test } from 'vitest';
import { cleanName, fromFragment, LinkError, toFragment } from '../../src/state/share.js';

test('a program comes out of its link as it went in', async () => {
  const program = { name: 'ünïcode.py', text: 'print("日本 🔥")\n'.repeat(200) };
  const fragment = await toFragment(program);
  expect(fragment).toMatch(/^#p=[A-Za-z0-9_-]+$/);
  expect(fragment.length).toBeLessThan(200);
  expect(await fromFragment(fragment)).toEqual(program);
});

test('an address that speaks of no program is no error', async () => {
  expect(await fromFragment('')).toBeNull();
  expect(await fromFragment('#lesson-2')).toBeNull();
});

test.each(['#p=', '#p=!!!', '#p=AAAA', '#p=eJwrSS0uAQAEXQHB', '#p=%F0%9F'])(
  'garbage is said to be garbage: %s',
  async (fragment) => {
    await expect(fromFragment(fragment)).rejects.toThrow(LinkError);
  },
);

test('a link that was cut off is no program', async () => {
  const fragment = await toFragment({ name: 'a.py', text: 'x = 1\n'.repeat(50) });
  await expect(fromFragment(fragment.slice(0, -5))).rejects.toThrow(LinkError);
});

test('a link that unpacks to more than a program is refused', async () => {
  const fragment = await toFragment({ name: 'a.py', text: ' '.repeat(3_000_000) });
  expect(fragment.length).toBeLessThan(10_000);
  await expect(fromFragment(fragment)).rejects.toThrow(LinkError);
});

test.each([
  ['../../etc/passwd', '....etcpasswd.py'],
  ['<b>x</b>.py', 'bxb.py'],
  ['', 'program.py'],
  ['my net', 'my net.py'],
])('the name %j becomes %j', (name, clean) => expect(cleanName(name)).toBe(clean));
