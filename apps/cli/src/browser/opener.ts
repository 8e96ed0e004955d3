/** A program and its arguments. */
export interface Opener {
  readonly program: string;
  readonly args: readonly string[];
}

/** The program of a platform that opens a file as its owner would; undefined where there is no screen. */
export function opener(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  file: string,
): Opener | undefined {
  if (platform === 'darwin') return { program: 'open', args: [file] };
  // The empty text is the title of a window; without it `start` takes the file for one.
  if (platform === 'win32') return { program: 'cmd', args: ['/c', 'start', '', file] };
  if (env['WSL_DISTRO_NAME'] !== undefined) return { program: 'wslview', args: [file] };
  const screen = env['DISPLAY'] ?? env['WAYLAND_DISPLAY'] ?? '';
  return screen === '' ? undefined : { program: 'xdg-open', args: [file] };
}
