/**
 * What a class can be called, from the names of all classes alone: its first synonym, that name's last word (*golden
 * retriever*: *retriever*), and what the last word ends in where that is the last word of another class's name
 * (*bullfrog*: *frog*, as in *tree frog*). The whole name comes first, then broader words; none twice.
 */
export function classWords(classNames: readonly string[]): (of: number) => readonly string[] {
  const names = classNames.map(name => name.split(',')[0].trim())
  const heads = new Set(names.filter(name => name.includes(' ')).map(lastWord))
  const known = new Map<number, readonly string[]>()
  return (of) => {
    let words = known.get(of)
    if (!words) {
      words = wordsIn(names[of] ?? '', heads)
      known.set(of, words)
    }
    return words
  }
}

const shortest = 3

function wordsIn(name: string, heads: ReadonlySet<string>): string[] {
  const last = lastWord(name)
  const words = new Set([name, last])
  for (let at = 1; at <= last.length - shortest; at++) {
    if (heads.has(last.slice(at)))
      words.add(last.slice(at))
  }
  return [...words]
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1)
}
