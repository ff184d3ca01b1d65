// The files of the page. All of them ship with the package: the page opens no connection but to its own server.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { TamisError } from '../text/errors.ts';
import { packageFolder } from '../text/resource.ts';

export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Every file that the server gives, by its path: read once, so that no path of a request ever reaches the disk.
 * @example readAssets().get('/')?.type // 'text/html; charset=utf-8'
 * @throws TamisError `review.not_built` where the page's scripts are not built
 */
export function readAssets(): ReadonlyMap<string, Asset> {
  const written = join(packageFolder(), 'pipeline', 'page', 'web');
  const built = join(packageFolder(), 'dist', 'page', 'web');
  if (!existsSync(join(built, 'main.js'))) {
    throw new TamisError('review.not_built', `expected the page's scripts in "${built}", found none: run make once`);
  }
  const assets = new Map<string, Asset>();
  for (const folder of [written, built]) {
    for (const name of readdirSync(folder)) {
      const type = types[extname(name)];
      if (type !== undefined)
        assets.set(name === 'index.html' ? '/' : `/assets/${name}`, { type, bytes: readFileSync(join(folder, name)) });
    }
  }
  return assets;
}
