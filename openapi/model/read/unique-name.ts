/** `name`, else `name2`, `name3`, … */
export function uniqueName(name: string, taken: { has(name: string): boolean }): string {
  let unique = name;
  for (let count = 2; taken.has(unique); count++) unique = `${name}${count}`;
  return unique;
}
