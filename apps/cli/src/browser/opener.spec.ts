import { opener } from './opener';

it.each([
  ['darwin', {}, 'open'],
  ['win32', {}, 'cmd'],
  ['linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
  ['linux', { WSL_DISTRO_NAME: 'Debian' }, 'wslview'],
] as const)('opens a file on %s with %j by %s', (platform, env, program) => {
  const found = opener(platform, env, '/a b/report.html');
  expect(found?.program).toBe(program);
  expect(found?.args.at(-1)).toBe('/a b/report.html');
});

it('opens nothing where there is no screen', () => {
  expect(opener('linux', {}, '/report.html')).toBeUndefined();
  expect(opener('linux', { DISPLAY: '' }, '/report.html')).toBeUndefined();
});
