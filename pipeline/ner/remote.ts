// Fetching a model from a hub: off unless the caller asks for it by name, and then once, into a folder that is opened
// like any other afterwards. Nothing else in the project opens a connection.
import { join } from 'node:path';
import { AutoModelForTokenClassification, AutoTokenizer, env, LogLevel } from '@xenova/transformers';
import { messageOf, TamisError } from '../text/errors.ts';

export interface RemoteSource {
  /** Name of the model on the hub: `owner/model`. */
  readonly id: string;
  /** Folder that keeps what was fetched. */
  readonly cache: string;
  /** Address of the hub, where it is not the library's own. */
  readonly host?: string;
}

/**
 * Fetches a model and gives the folder it lies in.
 * @example await fetchModel({ id: 'owner/model', cache: '/data/models' }) // '/data/models/owner/model'
 */
export async function fetchModel({ id, cache, host }: RemoteSource): Promise<string> {
  const before = { remote: env.allowRemoteModels, host: env.remoteHost, cached: env.useFSCache };
  env.allowRemoteModels = true;
  env.useFSCache = true;
  env.logLevel = LogLevel.NONE;
  if (host !== undefined) env.remoteHost = host;
  try {
    await AutoTokenizer.from_pretrained(id, { cache_dir: cache });
    const model = await AutoModelForTokenClassification.from_pretrained(id, {
      cache_dir: cache,
      dtype: 'q8',
      device: 'cpu',
    });
    await model.dispose();
  } catch (thrown) {
    throw new TamisError(
      'model.remote',
      `expected to fetch the model ${id} from ${env.remoteHost}, got: ${messageOf(thrown)}; check name and connection, or give a local folder`,
      { cause: thrown },
    );
  } finally {
    env.allowRemoteModels = before.remote;
    env.remoteHost = before.host;
    env.useFSCache = before.cached;
  }
  return join(cache, id);
}
