import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableRoles } from '../src/index';
import { usualNames } from '../src/tables/role-columns';

it('the README lists every column of plain tables by its usual names', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8').replaceAll(/ +/g, ' ');
  for (const role of tableRoles) {
    const names = usualNames(role).map((name) => `\`${name}\``);
    expect(readme).toContain(`| \`${role}\` | ${names.join(', ')} |`);
  }
});
