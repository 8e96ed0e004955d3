import type { FileAssembler } from '../format';
import { unpackMeta } from '../numpy/packed-meta';
import type { NpzArray } from '../numpy/npz-assembler';
import { NpzAssembler } from '../numpy/npz-assembler';
import type { BanditMeta } from './bandit-encoder';

/** The arrays of a bandit feedback, the contexts streamed. */
export function banditAssembler(actions: number, withPosition: boolean): FileAssembler {
  const blocks: BanditMeta[] = [];
  return new NpzAssembler<BanditMeta>({
    name: 'context',
    descr: '<f8',
    elementBytes: 8,
    add: (meta) => blocks.push(meta),
    end: () => {
      const rounds = blocks.reduce((sum, block) => sum + block.rounds, 0);
      const column = (name: string, descr: string, of: (block: BanditMeta) => string): NpzArray => ({
        name,
        descr,
        shape: [rounds],
        bytes: () => blocks.map((block) => unpackMeta(of(block))),
      });
      const scalar = (name: string, value: number): NpzArray => ({
        name,
        descr: '<i8',
        shape: [],
        bytes: () => [new Uint8Array(BigInt64Array.of(BigInt(value)).buffer)],
      });
      return {
        shape: [rounds, blocks[0]?.dimensions ?? 0],
        arrays: [
          scalar('n_rounds', rounds),
          scalar('n_actions', actions),
          column('action', '<i8', (block) => block.action),
          ...(withPosition ? [column('position', '<i8', (block) => block.position!)] : []),
          column('reward', '<f8', (block) => block.reward),
          column('pscore', '<f8', (block) => block.propensity),
        ],
      };
    },
  });
}
