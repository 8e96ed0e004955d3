/** Counts what is wrong and remembers where it was first. */
export class Wrong {
  count = 0;
  first?: string;

  at(where: string): void {
    this.first ??= where;
    this.count++;
  }
}
