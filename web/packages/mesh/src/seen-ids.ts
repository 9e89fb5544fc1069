/** Remembers the last ids of what came, so that what comes twice is noticed. */
export class SeenIds {
  readonly #seen = new Set<string>();
  readonly #capacity: number;

  constructor(capacity = 2_000) {
    this.#capacity = capacity;
  }

  /** True the first time an id is shown. */
  isNew(id: string): boolean {
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    const oldest = this.#seen.values().next();
    if (this.#seen.size > this.#capacity && !oldest.done) this.#seen.delete(oldest.value);
    return true;
  }
}
