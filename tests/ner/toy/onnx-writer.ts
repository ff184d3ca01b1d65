// Writes the smallest ONNX model that is a token classifier: each piece id picks its row of scores from a table.
// Protocol buffers by hand, a few field numbers of onnx.proto, so that tests need no Python and can vary the model.

type Bytes = readonly number[];

/** A field number with its wire type, then the value. */
function integer(field: number, value: number): Bytes {
  return [...varint(field << 3), ...varint(value)];
}

function block(field: number, content: Iterable<number>): Bytes {
  const bytes = [...content];
  return [...varint((field << 3) | 2), ...varint(bytes.length), ...bytes];
}

function text(field: number, value: string): Bytes {
  return block(field, new TextEncoder().encode(value));
}

function varint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return [...bytes, rest];
}

const float32 = 1;
const int64 = 7;

function tensorType(name: string, kind: number, sizes: readonly (string | number)[]): Bytes {
  const shape = sizes.flatMap((size) => block(1, typeof size === 'string' ? text(2, size) : integer(1, size)));
  return [...text(1, name), ...block(2, block(1, [...integer(1, kind), ...block(2, shape)]))];
}

/**
 * The model as a file's bytes. Inputs `input_ids` and `attention_mask`, output `logits`.
 * @param table scores of each piece id, a row of labels each
 */
export function writeOnnx(table: readonly (readonly number[])[]): Uint8Array {
  const labelCount = table[0]?.length ?? 0;
  const raw = new Uint8Array(Float32Array.from(table.flat()).buffer);
  const initializer = [
    ...integer(1, table.length),
    ...integer(1, labelCount),
    ...integer(2, float32),
    ...text(8, 'table'),
    ...block(9, raw),
  ];
  const gather = [...text(1, 'table'), ...text(1, 'input_ids'), ...text(2, 'logits'), ...text(4, 'Gather')];
  const graph = [
    ...block(1, gather),
    ...text(2, 'toy'),
    ...block(5, initializer),
    ...block(11, tensorType('input_ids', int64, ['batch', 'length'])),
    ...block(11, tensorType('attention_mask', int64, ['batch', 'length'])),
    ...block(12, tensorType('logits', float32, ['batch', 'length', labelCount])),
  ];
  return Uint8Array.from([
    ...integer(1, 8),
    ...text(2, 'tamis tests'),
    ...block(7, graph),
    ...block(8, [...text(1, ''), ...integer(2, 17)]),
  ]);
}
