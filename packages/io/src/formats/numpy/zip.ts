// ZIP with the 64-bit fields always, so that there is one form for any size. Names are ASCII; nothing is compressed;
// the time is 1980-01-01, the first that the format knows.

/** A file inside an archive. */
export interface ZipMember {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
}

const version = 45;
const date = 0x21;

/** What stands before a member's bytes. */
export function zipLocalHeader({ name, crc, size }: ZipMember): Uint8Array {
  const header = Buffer.alloc(30 + name.length + 20);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(date, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(0xffffffff, 18);
  header.writeUInt32LE(0xffffffff, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(20, 28);
  header.write(name, 30, 'latin1');
  const extra = 30 + name.length;
  header.writeUInt16LE(1, extra);
  header.writeUInt16LE(16, extra + 2);
  writeUInt64(header, size, extra + 4);
  writeUInt64(header, size, extra + 12);
  return new Uint8Array(header);
}

/** What stands at the end of an archive, behind its members. */
export function zipDirectory(
  members: readonly (ZipMember & { readonly offset: number })[],
  at: number,
): Uint8Array {
  const entries = members.map(directoryEntry);
  const size = entries.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(0x06064b50, 0);
  writeUInt64(end, 44, 4);
  end.writeUInt16LE(version, 12);
  end.writeUInt16LE(version, 14);
  writeUInt64(end, members.length, 24);
  writeUInt64(end, members.length, 32);
  writeUInt64(end, size, 40);
  writeUInt64(end, at, 48);
  end.writeUInt32LE(0x07064b50, 56);
  writeUInt64(end, at + size, 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x06054b50, 76);
  end.writeUInt16LE(members.length, 84);
  end.writeUInt16LE(members.length, 86);
  end.writeUInt32LE(0xffffffff, 88);
  end.writeUInt32LE(0xffffffff, 92);
  return new Uint8Array(Buffer.concat([...entries, end]));
}

function directoryEntry({ name, crc, size, offset }: ZipMember & { readonly offset: number }): Buffer {
  const entry = Buffer.alloc(46 + name.length + 28);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(date, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(0xffffffff, 20);
  entry.writeUInt32LE(0xffffffff, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(28, 30);
  entry.writeUInt32LE(0xffffffff, 42);
  entry.write(name, 46, 'latin1');
  const extra = 46 + name.length;
  entry.writeUInt16LE(1, extra);
  entry.writeUInt16LE(24, extra + 2);
  writeUInt64(entry, size, extra + 4);
  writeUInt64(entry, size, extra + 12);
  writeUInt64(entry, offset, extra + 20);
  return entry;
}

function writeUInt64(buffer: Buffer, value: number, at: number): void {
  buffer.writeUInt32LE(value % 4294967296, at);
  buffer.writeUInt32LE(Math.floor(value / 4294967296), at + 4);
}
