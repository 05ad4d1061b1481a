/** The settings an add-in keeps inside the workbook: names with values, each as JSON text. */
export interface DocumentSettings {
  all(): readonly (readonly [name: string, json: string])[];
  get(name: string): string | undefined;
  set(name: string, json: string): void;
  remove(name: string): void;
  /** Calls back after every change. */
  listen(listener: () => void): void;
}

/** Settings as they were saved with the workbook. */
export function createDocumentSettings(saved: readonly (readonly [string, string])[] = []): DocumentSettings {
  const values = new Map(saved);
  const listeners: (() => void)[] = [];
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    all: () => [...values],
    get: (name) => values.get(name),
    set: (name, json) => {
      values.set(name, json);
      changed();
    },
    remove: (name) => {
      if (values.delete(name)) changed();
    },
    listen: (listener) => void listeners.push(listener),
  };
}
