/** A charge as an accountant tells it from others. No key of ours is in it, so that a wrong key cannot hide a duplicate. */
export function chargeName(asset: string, date: string, type: string): string {
  return `${asset} ${date} ${type}`;
}
