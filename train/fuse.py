"""Rewrites an exported reader so that onnxruntime runs it faster, with the same numbers up to rounding (export.py; remake.py on older weights).

1. All heads' first layers read the same word vectors: they become one matrix product, quantised like the encoder's.
2. Layer normalisation (Ba et al. 2016) by matrix products: onnxruntime's own operator sums number by number.
3. The convolution over a word's letters is a sum of three rows of tables: a letter's own, and what it adds to its neighbours.
4. Attention's scale is part of the weights that make queries and keys.
5. Rows are taken by their number; what takes the one window out of its batch copies nothing.
"""
import numpy as np
import onnx
from onnx import helper, numpy_helper

HEAD_WIDTH = 32  # numbers of one attention head, as in model.py


class Graph:
    """A graph with its constants by name and the node that makes each value."""

    def __init__(self, model):
        self.model, self.graph = model, model.graph
        self.fixed = {t.name: t for t in self.graph.initializer}
        self.fixed |= {n.output[0]: n.attribute[0].t for n in self.graph.node if n.op_type == "Constant" and n.attribute[0].name == "value"}
        self.nodes = list(self.graph.node)
        # Constants that happen to be equal are exported once, the others as names for it.
        for node in [n for n in self.nodes if n.op_type == "Identity" and n.input[0] in self.fixed]:
            self.fixed[node.output[0]] = self.fixed[node.input[0]]

    def value(self, name):
        return numpy_helper.to_array(self.fixed[name])

    def constant(self, name, value):
        self.graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def users(self, name):
        return [n for n in self.nodes if name in n.input]

    def replace(self, old, new):
        """`new` nodes stand where the first of the `old` stood."""
        at = min(self.nodes.index(n) for n in old)
        self.nodes = [n for n in self.nodes if n not in old]
        self.nodes[at:at] = new

    def finish(self):
        """Nodes in an order in which they can run, without those that no output needs."""
        makes = {o: n for n in self.nodes for o in n.output}
        done, order = set(), []

        def visit(node):
            stack = [(node, iter(node.input))]
            while stack:
                top, inputs = stack[-1]
                for name in inputs:
                    before = makes.get(name)
                    if before is not None and id(before) not in done and all(before is not s for s, _ in stack):
                        stack.append((before, iter(before.input)))
                        break
                else:
                    stack.pop()
                    if id(top) not in done:
                        done.add(id(top))
                        order.append(top)

        for out in self.graph.output:
            if id(makes[out.name]) not in done:
                visit(makes[out.name])
        del self.graph.node[:]
        self.graph.node.extend(order)
        used = {i for n in order for i in n.input}
        kept = [t for t in self.graph.initializer if t.name in used]
        del self.graph.initializer[:]
        self.graph.initializer.extend(kept)
        return self.model


def merge_heads(g):
    """One product for every `x W + b` over the word vectors, whether or not a learned root stands before the words."""
    norm = next(n for n in g.nodes if n.name == "/norm/LayerNormalization")
    words = norm.output[0]
    wide = next((n for n in g.users(words) if n.op_type == "Concat"), None)
    found = [(n, False) for n in g.users(words) if n.op_type == "MatMul"]
    found += [(n, True) for n in (g.users(wide.output[0]) if wide else []) if n.op_type == "MatMul"]
    weights, biases, sizes, parts, gone, after = [], [], [], [], [], []
    for product, rooted in found:
        (add,) = g.users(product.output[0])
        weight = g.value(product.input[1])
        bias = g.value(next(i for i in add.input if i in g.fixed))
        out = add.output[0]
        weights.append(weight)
        biases.append(bias)
        sizes.append(weight.shape[1])
        gone += [product, add]
        if rooted:
            root = g.value(next(n for n in g.nodes if wide.input[0] in n.output).input[0])
            row = g.constant(out + "_root", (root.reshape(1, -1) @ weight + bias)[None])
            after.append(helper.make_node("Concat", [row, out + "_words"], [out], name=out + "_rooted", axis=1))
            out += "_words"
        parts.append(out)
    weight = g.constant("heads.weight", np.concatenate(weights, 1))
    new = [
        helper.make_node("MatMul", [words, weight], ["heads_product"], name="/heads/MatMul"),
        helper.make_node("Add", ["heads_product", g.constant("heads.bias", np.concatenate(biases))], ["heads_sum"], name="/heads/Add"),
        helper.make_node("Split", ["heads_sum", g.constant("heads.sizes", np.array(sizes, np.int64))], parts, name="/heads/Split", axis=2),
    ]
    g.replace(gone, new + after)


def spread_norms(g):
    """LayerNormalization as products with a column of 1/width: mean, centred values, mean square."""
    for node in [n for n in g.nodes if n.op_type == "LayerNormalization"]:
        x, scale, bias = node.input
        width = g.value(scale).shape[0]
        if "norms.mean" not in {t.name for t in g.graph.initializer}:
            g.constant("norms.mean", np.full((width, 1), 1 / width, np.float32))
            g.constant("norms.least", np.float32(next(a.f for a in node.attribute if a.name == "epsilon")))
        p = node.name + "/"
        make = lambda op, name, *inputs: helper.make_node(op, list(inputs), [p + name], name=p + op + "_" + name)
        new = [
            make("MatMul", "mean", x, "norms.mean"),
            make("Sub", "centred", x, p + "mean"),
            make("Mul", "square", p + "centred", p + "centred"),
            make("MatMul", "variance", p + "square", "norms.mean"),
            make("Add", "above", p + "variance", "norms.least"),
            make("Sqrt", "deviation", p + "above"),
            make("Reciprocal", "factor", p + "deviation"),
            make("Mul", "even", p + "centred", p + "factor"),
            make("Mul", "scaled", p + "even", scale),
            helper.make_node("Add", [p + "scaled", bias], [node.output[0]], name=p + "Add_out"),
        ]
        g.replace([node], new)


def spell_by_tables(g):
    """Conv over embedded letters (words, letters) -> Gather from a table for each place of the kernel, summed."""
    conv = next(n for n in g.nodes if n.op_type == "Conv")
    maximum = next(n for n in g.nodes if n.op_type == "ReduceMax")
    embed = next(n for n in g.nodes if n.op_type == "Gather" and n.name == "/chars/Gather")
    letters, kernel, bias = g.value(embed.input[0]), g.value(conv.input[1]), g.value(conv.input[2])
    tables = [np.concatenate([letters @ kernel[:, :, k].T, np.zeros((1, kernel.shape[0]), np.float32)]) for k in range(3)]
    tables[1][:-1] += bias
    none = g.constant("spelling.none", np.array([[len(letters)]], np.int32))
    ends = {"first": [0], "last": [-1], "open": [np.iinfo(np.int64).max], "one": [1], "axis": [1]}
    at = {k: g.constant("spelling." + k, np.array(v, np.int64)) for k, v in ends.items()}
    p = "/spelling/"
    make = lambda op, name, *inputs, **more: helper.make_node(op, list(inputs), [p + name], name=p + op + "_" + name, **more)
    rows = make("Shape", "size", "chars")
    new = [
        rows,
        make("Slice", "rows", p + "size", at["first"], at["one"]),
        make("Concat", "column", p + "rows", at["one"], axis=0),
        make("Expand", "edge", none, p + "column"),
        make("Slice", "head", "chars", at["first"], at["last"], at["axis"]),
        make("Slice", "tail", "chars", at["one"], at["open"], at["axis"]),
        make("Concat", "before", p + "edge", p + "head", axis=1),
        make("Concat", "after", p + "tail", p + "edge", axis=1),
        make("Gather", "from_before", g.constant("spelling.table0", tables[0]), p + "before"),
        make("Gather", "own", g.constant("spelling.table1", tables[1]), "chars"),
        make("Gather", "from_after", g.constant("spelling.table2", tables[2]), p + "after"),
        make("Add", "two", p + "from_before", p + "own"),
        make("Add", "three", p + "two", p + "from_after"),
        make("ReduceMax", "greatest", p + "three", axes=[1], keepdims=0),
        make("Relu", "rectified", p + "greatest"),
        make("Unsqueeze", "batch", p + "rectified", at["first"]),
    ]
    shaped = next(n for n in g.users(maximum.output[0]) if n.op_type == "Reshape")
    new[-1].output[0] = shaped.output[0]
    g.replace([conv, maximum, embed, shaped], new)


def scale_weights(g):
    """Softmax(q s (k s)^T): the two products with s = width^-1/4 go into the matrix and bias that make q and k."""
    made = lambda name: next(n for n in g.nodes if name in n.output)
    for soft in [n for n in g.nodes if n.op_type == "Softmax"]:
        query, key = (made(i) for i in made(soft.input[0]).input)
        split = made(made(query.input[0]).input[0])
        total = made(made(made(split.input[0]).input[0]).input[0])
        product = made(next(i for i in total.input if i not in g.fixed))
        # Of int8 weights the scales of the columns, of fp32 weights the columns themselves.
        weights = product if product.op_type == "MatMul" else made(product.input[1])
        for node in (total, weights):
            at, name = next((k, i) for k, i in enumerate(node.input) if i in g.fixed)
            value = g.value(name)
            third = value.shape[-1] // 3
            scale = np.concatenate([np.full(2 * third, HEAD_WIDTH**-0.25, np.float32), np.ones(third, np.float32)])
            node.input[at] = g.constant(f"{node.name}/{name}", value * scale)
        for node in (query, key):
            for user in g.users(node.output[0]):
                user.input[list(user.input).index(node.output[0])] = node.input[0]


def take_rows(g):
    """GatherElements with an index spread over the width -> Gather of rows."""
    for node in [n for n in g.nodes if n.op_type == "GatherElements"]:
        spread = next(n for n in g.nodes if node.input[1] in n.output)
        column = next(n for n in g.nodes if spread.input[0] in n.output)
        batch = next(n for n in g.nodes if column.input[0] in n.output)
        index = next(n for n in g.nodes if batch.input[0] in n.output).input[0]
        g.replace([node], [helper.make_node("Gather", [node.input[0], index], list(node.output), name=node.name + "_rows", axis=1)])


def unwrap(g):
    """`x[0]` of a batch of one is a view, not a copy."""
    axes = g.constant("batch.axis", np.array([0], np.int64))
    for node in [n for n in g.nodes if n.op_type == "Gather" and n.input[1] in g.fixed]:
        index = g.value(node.input[1])
        axis = next((a.i for a in node.attribute if a.name == "axis"), 0)
        produced = next((n for n in g.nodes if node.input[0] in n.output), None)
        if index.ndim == 0 and index == 0 and axis == 0 and produced is not None and produced.op_type != "Shape":
            g.replace([node], [helper.make_node("Squeeze", [node.input[0], axes], list(node.output), name=node.name + "_view")])


STEPS = (merge_heads, spread_norms, spell_by_tables, scale_weights, take_rows, unwrap)


def fuse(path):
    g = Graph(onnx.load(path))
    for step in STEPS:
        step(g)
    onnx.save(g.finish(), path)
