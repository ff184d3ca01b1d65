// Turns any console output of the code under test into a failed test: the pipeline speaks by notes and by its exit code.
import { afterEach, beforeEach, expect, vi } from 'vitest';

const methods = ['debug', 'error', 'info', 'log', 'warn'] as const;

beforeEach(() => {
  for (const method of methods) vi.spyOn(console, method).mockImplementation(() => undefined);
});

afterEach(() => {
  for (const method of methods) {
    const calls = vi.mocked(console[method]).mock.calls;
    expect(calls, `console.${method} was called`).toEqual([]);
    vi.mocked(console[method]).mockRestore();
  }
});
