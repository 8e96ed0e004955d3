import { deflateSync } from 'node:zlib';

/** An image as a canvas holds it: red, green, blue, alpha a pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const mostColours = 256;

/**
 * A PNG of at most 256 colours, a third of the bytes of one that holds all: flat areas keep their colour, shades at the
 * edge of letters go to the nearest. The same pixels give the same bytes.
 */
export function indexedPng({ width, height, rgba }: Pixels): Buffer {
  const colours = new Uint32Array(width * height).map(
    (_, at) => (rgba[4 * at]! << 16) | (rgba[4 * at + 1]! << 8) | rgba[4 * at + 2]!,
  );
  const palette = paletteOf(colours);
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  const indexOf = (colour: number): number => {
    const known = nearest.get(colour);
    if (known !== undefined) return known;
    const index = palette.reduce(
      (best, one, at) => (distance(one, colour) < distance(palette[best]!, colour) ? at : best),
      0,
    );
    nearest.set(colour, index);
    return index;
  };
  const lines = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, at) => {
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexOf(colour);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, of a palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => channels(colour)))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The commonest colour of each of the commonest 256 cells of 32 x 32 x 32. */
function paletteOf(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const cells = new Map<number, { all: number; most: number; colour: number }>();
  for (const [colour, count] of counts) {
    const cell = colour & 0xf8f8f8;
    const found = cells.get(cell) ?? { all: 0, most: 0, colour };
    found.all += count;
    if (count > found.most) Object.assign(found, { most: count, colour });
    cells.set(cell, found);
  }
  return [...cells.values()]
    .sort((a, b) => b.all - a.all || a.colour - b.colour)
    .slice(0, mostColours)
    .map(({ colour }) => colour);
}

const channels = (colour: number): readonly [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 0xff,
  colour & 0xff,
];

function distance(a: number, b: number): number {
  const [red, green, blue] = channels(a);
  const [r, g, bl] = channels(b);
  return (red - r) * (red - r) + (green - g) * (green - g) + (blue - bl) * (blue - bl);
}

const crcs = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const crc = body.reduce((sum, byte) => crcs[(sum ^ byte) & 0xff]! ^ (sum >>> 8), 0xffffffff);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return framed;
}
