/** Loads a bundle that most readers do not need: a plain script, so that it also loads from file://. */
export function loadScript(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${source} did not load.`));
    document.head.append(script);
  });
}

/** Prefix of links to files of the site. */
export function siteRoot(): string {
  return document.documentElement.dataset.root ?? '';
}
