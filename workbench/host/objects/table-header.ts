/**
 * The words of a table's header row as Excel makes them: every column has one, and no two are the same, whatever their
 * case. Blank ones become Column1, Column2 …; a word that comes again gets a number.
 */
export function headerWords(words: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return words.map((word, index) => {
    const wanted = word.trim() === "" ? `Column${index + 1}` : word;
    const free = freeWord(wanted, taken);
    taken.add(free.toLowerCase());
    return free;
  });
}

function freeWord(word: string, taken: ReadonlySet<string>): string {
  let free = word;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${word}${number}`;
  return free;
}
