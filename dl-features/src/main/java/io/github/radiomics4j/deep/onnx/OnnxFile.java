package io.github.radiomics4j.deep.onnx;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;

/**
 * Walks through the messages of an ONNX file (protocol buffers; field numbers of onnx.proto3) as far as is needed to see that it
 * holds a graph and that no tensor's weights lie in another file, which the runtime would look for in the working folder.
 */
final class OnnxFile {
    private static final int LARGEST_DEPTH = 64;
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int MESSAGE = 2;
    private static final int FOUR_BYTES = 5;

    private final byte[] bytes;
    private final String file;
    private boolean graphSeen;

    private enum Kind { MODEL, GRAPH, FUNCTION, NODE, ATTRIBUTE, SPARSE_TENSOR, TENSOR, OTHER }

    private OnnxFile(byte[] bytes, String file) {
        this.bytes = bytes;
        this.file = file;
    }

    static void requireWhole(byte[] bytes, String file) {
        OnnxFile model = new OnnxFile(bytes, file);
        model.walk(Kind.MODEL, 0, bytes.length, 0);
        if (!model.graphSeen) {
            throw model.malformed("no graph in it");
        }
    }

    private static Kind field(Kind kind, int number) {
        return switch (kind) {
            case MODEL -> number == 7 ? Kind.GRAPH : number == 25 ? Kind.FUNCTION : Kind.OTHER;
            case GRAPH -> number == 1 ? Kind.NODE : number == 5 ? Kind.TENSOR : number == 15 ? Kind.SPARSE_TENSOR : Kind.OTHER;
            case FUNCTION -> number == 7 ? Kind.NODE : number == 11 ? Kind.ATTRIBUTE : Kind.OTHER;
            case NODE -> number == 5 ? Kind.ATTRIBUTE : Kind.OTHER;
            case ATTRIBUTE -> switch (number) {
                case 5, 10 -> Kind.TENSOR;
                case 6, 11 -> Kind.GRAPH;
                case 22, 23 -> Kind.SPARSE_TENSOR;
                default -> Kind.OTHER;
            };
            case SPARSE_TENSOR -> number == 1 || number == 2 ? Kind.TENSOR : Kind.OTHER;
            case TENSOR, OTHER -> Kind.OTHER;
        };
    }

    private void walk(Kind kind, int start, int end, int depth) {
        if (depth > LARGEST_DEPTH) {
            throw malformed("graphs nested more than " + LARGEST_DEPTH + " deep");
        }
        int at = start;
        while (at < end) {
            long tag = varint(at, end);
            at += varintLength(at);
            int number = (int) (tag >>> 3);
            long value = 0;
            long length;
            switch ((int) (tag & 7)) {
                case VARINT -> {
                    value = varint(at, end);
                    length = varintLength(at);
                }
                case EIGHT_BYTES -> length = Long.BYTES;
                case FOUR_BYTES -> length = Integer.BYTES;
                case MESSAGE -> {
                    length = varint(at, end);
                    at += varintLength(at);
                }
                default -> throw malformed("unknown wire type " + (tag & 7) + " at byte " + at);
            }
            if (length < 0 || length > end - at) {
                throw malformed("field " + number + " at byte " + at + " is longer than what is left");
            }
            if (kind == Kind.TENSOR && number == 14 && value == 1) {
                throw new InvalidInputException(Problem.UNSUPPORTED_NETWORK, "weights of " + file + " lie in another file: save the network"
                        + " with its weights inside (onnx.save with save_as_external_data=False), so that one SHA-256 covers it all");
            }
            Kind inner = (tag & 7) == MESSAGE ? field(kind, number) : Kind.OTHER;
            if (inner != Kind.OTHER) {
                graphSeen |= inner == Kind.GRAPH;
                walk(inner, at, at + (int) length, depth + 1);
            }
            at += (int) length;
        }
    }

    private long varint(int start, int end) {
        long value = 0;
        for (int i = 0; i < 10; i++) {
            if (start + i >= end) {
                throw malformed("it ends within a number at byte " + start);
            }
            value |= (bytes[start + i] & 0x7fL) << 7 * i;
            if (bytes[start + i] >= 0) {
                return value;
            }
        }
        throw malformed("a number of more than ten bytes at byte " + start);
    }

    /** Of a number that {@link #varint} has read. */
    private int varintLength(int start) {
        int length = 1;
        while (bytes[start + length - 1] < 0) {
            length++;
        }
        return length;
    }

    private InvalidInputException malformed(String reason) {
        return new InvalidInputException(Problem.NOT_THIS_FORMAT, file + " is not a whole ONNX file: " + reason);
    }
}
