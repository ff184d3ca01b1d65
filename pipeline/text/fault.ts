// What is wrong with a file that was read. Apart from errors.ts, which threads of the model load and which must stay light.
import { z } from 'zod';
import { messageOf } from './errors.ts';

/**
 * Why a file's content is not what was expected, on one line: what its schema misses, else what was thrown.
 * @example faultOf(new SyntaxError('Unexpected end of JSON input')) // 'Unexpected end of JSON input'
 */
export function faultOf(thrown: unknown): string {
  return thrown instanceof z.ZodError ? z.prettifyError(thrown).replace(/\s+/g, ' ') : messageOf(thrown);
}
