/** As many requests as a browser keeps open to one host over HTTP/1.1. */
export const mostInFlight = 6;

/** Runs `work` on what `next` gives until it gives nothing more, `mostInFlight` at a time. */
export async function drain<T>(next: () => Promise<T | undefined>, work: (item: T) => Promise<void>): Promise<void> {
  const worker = async () => {
    for (let item = await next(); item !== undefined; item = await next()) await work(item);
  };
  await Promise.all(Array.from({ length: mostInFlight }, worker));
}

/** The results of `work`, in the order of the items, `mostInFlight` at a time. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results = new Array<R>(items.length);
  const left = items.entries();
  await drain(
    () => Promise.resolve(left.next().value),
    async ([index, item]) => {
      results[index] = await work(item);
    },
  );
  return results;
}
