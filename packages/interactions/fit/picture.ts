// Draws docs/images/songs.svg, the picture of the README: nx run interactions:picture
//
// Left: every interaction of the example catalogue as a dot, songs by genre, users by their planted favourite. Right:
// how many users each song has, songs by rank.
import { writeFileSync } from 'node:fs';
import { interactions } from '../src/index';
import { songs } from './songs';

const data = interactions({ items: songs(), seed: 42 });
const matrix = data.matrix();
const genres = [...data.rows('items')].map((row) => String(row['genre']));
const truth = [...data.rows('truth_users')];
const names = [...new Set(genres)].sort(
  (a, b) => genres.filter((genre) => genre === b).length - genres.filter((genre) => genre === a).length,
);

const tastes = (user: number): number[] =>
  Object.entries(truth[user]!)
    .filter(([name]) => name.startsWith('taste_'))
    .map(([, share]) => Number(share));
const planted = data.tables
  .find(({ name }) => name === 'truth_users')!
  .columns.filter(({ name }) => name.startsWith('taste_'))
  .map(({ description }) => description.split('genre ')[1]!);
const mean = planted.map(
  (_, g) => truth.reduce((sum, _row, user) => sum + tastes(user)[g]!, 0) / truth.length,
);
/** The genre that a user likes most beyond what everybody does. */
const favourites = truth.map((_, user) => {
  const lifts = tastes(user).map((share, g) => share / mean[g]!);
  return planted[lifts.indexOf(Math.max(...lifts))]!;
});

const byGenre = (labels: readonly string[]): number[] =>
  [...labels.keys()].sort((a, b) => names.indexOf(labels[a]!) - names.indexOf(labels[b]!) || a - b);
const column = new Map(byGenre(genres).map((item, at) => [item, at]));
const row = new Map(byGenre(favourites).map((user, at) => [user, at]));
const counts = new Int32Array(matrix.cols);
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#777777'];
const colourOf = (genre: string): string => colours[Math.min(names.indexOf(genre), colours.length - 1)]!;

const paths = new Map<string, string>();
for (let user = 0; user < matrix.rows; user++) {
  for (let entry = matrix.indptr[user]!; entry < matrix.indptr[user + 1]!; entry++) {
    const item = matrix.indices[entry]!;
    counts[item] = counts[item]! + 1;
    const [x, y] = [40 + column.get(item)! * 2, 40 + row.get(user)! * 2];
    const colour = colourOf(genres[item]!);
    paths.set(colour, `${paths.get(colour) ?? ''}M${x} ${y}h2`);
  }
}
const dots = [...paths]
  .map(([colour, d]) => `<path stroke="${colour}" stroke-width="2" d="${d}"/>`)
  .join('\n');
const ranked = [...counts].sort((a, b) => b - a);
const line = ranked
  .map(
    (count, rank) =>
      `${rank === 0 ? 'M' : 'L'}${(560 + rank * 1.5).toFixed(1)} ${(368 - (count / ranked[0]!) * 328).toFixed(1)}`,
  )
  .join('');
const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" ${more}>${words}</text>`;

writeFileSync(
  new URL('../../../docs/images/songs.svg', import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 420" font-family="system-ui, sans-serif" font-size="13" fill="#333">
<rect width="960" height="420" fill="#fff"/>
${text(40, 24, `${matrix.indices.length.toLocaleString('en')} interactions: ${matrix.cols} songs by genre, ${matrix.rows} users by planted favourite`)}
${dots}
${text(40, 390, 'songs')}
${text(28, 368, 'users', 'transform="rotate(-90 28 368)"')}
${text(560, 24, 'users of each song, by rank: a long tail')}
<path fill="none" stroke="#0072b2" stroke-width="2" d="${line}"/>
<path stroke="#999" d="M560 368h352M560 40v328"/>
${text(534, 46, String(ranked[0]), 'text-anchor="start"')}
${text(540, 372, '0', 'text-anchor="start"')}
${text(560, 390, 'rank 1')}
${text(912, 390, `rank ${matrix.cols}`, 'text-anchor="end"')}
</svg>
`,
);
