import { z } from 'zod';
import type { OutputFormat } from './format';
import { formatOptions } from './format-options';
import { idArrayFile } from './matrix/id-array-file';
import { matrixAssembler } from './matrix/matrix-assembler';
import { MatrixEncoder } from './matrix/matrix-encoder';
import { interactionTables } from './role-columns';

const options = formatOptions('npz', z.strictObject({}));

/**
 * The interactions as a sparse matrix: `matrix.npz`, which `scipy.sparse.load_npz` reads as CSR, one row a user and one
 * column an item, in the order of their tables. An entry is how often the two met (float32); a column of the role count
 * is added up. The ids stand beside: `matrix_users.npy`, `matrix_items.npy`.
 *
 * Memory: about a byte a user, and a third of a byte an entry where counts differ from 1.
 */
export const npz: OutputFormat = {
  name: 'npz',
  description: 'the user-item matrix for scipy.sparse.load_npz, with both id arrays',
  files(tables, context) {
    options.parse(context.options ?? {});
    const found = interactionTables(tables, 'npz');
    const { table, users, items } = found;
    const columns = context.expectedRows[items.table] ?? 0;
    return [
      {
        path: 'matrix.npz',
        tables: [users.table, table.name],
        splittable: false,
        encoder: () => new MatrixEncoder(found, columns),
        assembler: () => matrixAssembler(columns),
      },
      idArrayFile('matrix_users.npy', users),
      idArrayFile('matrix_items.npy', items),
    ];
  },
};
