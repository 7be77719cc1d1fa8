// Whose comment is ours: never told by its text, and no stranger can take our name.

import { expect, test } from 'vitest';
import { authorOf } from '../../src/github/author.ts';

const bot = (login: string) => ({ login, type: 'Bot' });
const person = (login: string) => ({ login, type: 'User' });

test('an App is known with and without [bot], where GitHub says that it is one', () => {
  const author = authorOf('github-actions[bot]');
  expect(author.slug).toBe('github-actions');
  expect(author.wrote(bot('github-actions[bot]'))).toBe(true);
  expect(author.wrote(bot('github-actions'))).toBe(true);
  expect(author.wrote(bot('GitHub-Actions[bot]'))).toBe(true);
  expect(author.wrote(person('github-actions'))).toBe(false);
  expect(author.wrote(bot('dependabot[bot]'))).toBe(false);
  expect(author.wrote(null)).toBe(false);
});

test('an App that GraphQL names without [bot] is known as well', () => {
  const author = authorOf('palimpsest-for-acme');
  expect(author.wrote(bot('palimpsest-for-acme[bot]'))).toBe(true);
});

test('a person is known by name alone', () => {
  const author = authorOf('Aurelie');
  expect(author.wrote(person('aurelie'))).toBe(true);
  expect(author.wrote(person('aurelie2'))).toBe(false);
});
