"""Documents of a schema with one to three changes each, the same for the same seed."""

import copy
import json
import math

# Includes characters beyond ASCII: a letter that Python's \\w would match, a code point of two UTF-16 units, and a
# letter with a combining accent. Excludes line feeds and rare spaces, on which pattern engines differ.
CHARACTERS = ["a", "Z", "0", "-", "_", ".", "/", " ", "é", "😀", "e\u0301", '"', "\\"]
SAMPLES = [None, True, False, 0, 1, -1, 1.0, 1.5, "", "x", "1", [], [0], [""], {}, {"x": 0}]
NUMBERS = [0, -0.0, 0.1, 1e-9, 2**31, -(2**31) - 1, 2**53, 2**53 + 1, 2**63, -(2**63), 2**64, 1e15, 1e300]
# The maximum length of a mutant, unless the document is longer, because python-jsonschema is slow.
LONGEST = 20_000


class Hints:
    """The content of a schema: names, values, bounds of numbers and of sizes."""

    def __init__(self, schema):
        self.names, self.values, self.numbers, self.sizes = {}, [], [], []
        self.collect(schema)
        self.names = list(self.names) or ["name"]

    def collect(self, schema):
        members = schema.items() if isinstance(schema, dict) else enumerate(schema)
        for key, value in members:
            if key in ("properties", "dependencies", "dependentRequired", "dependentSchemas"):
                self.names |= dict.fromkeys(value if isinstance(value, dict) else ())
            elif key == "enum" and isinstance(value, list):
                self.values += value
            elif key in ("const", "default"):
                self.values.append(value)
            elif key == "required" and isinstance(value, list):
                self.names |= dict.fromkeys(name for name in value if isinstance(name, str))
            elif isinstance(value, (int, float)) and not isinstance(value, bool):
                if not math.isfinite(value):
                    continue
                is_size = isinstance(value, int) and 0 <= value <= 1000
                (self.sizes if is_size and str(key)[3:4].isupper() else self.numbers).append(value)
            if isinstance(value, (dict, list)):
                self.collect(value)


class Mutator:
    """Changes documents of one schema."""

    def __init__(self, schema, documents, random):
        self.hints, self.random = Hints(schema), random
        self.documents = [(document, len(json.dumps(document))) for document in documents]
        self.kinds = [
            self.change_type,
            self.remove,
            self.add_member,
            self.copy_member,
            self.rename_member,
            self.change_number,
            self.change_length,
            self.change_character,
            self.use_value,
            self.change_array,
            self.transplant,
        ]

    def mutant(self):
        """A document of the set with one to three changes, as a JSON value."""
        root = [self.some_document()]
        for _ in range(self.random.choice([1, 1, 1, 2, 3])):
            container, key = self.random.choice(places(root))
            # Some kinds do not apply to some values, but at least one always does.
            while not self.random.choice(self.kinds)(container, key):
                pass
        return root[0]

    def some_document(self):
        """A copy of one, without some random members and elements if it is long."""
        document, length = self.random.choice(self.documents)
        for width in [10**9] * (length <= LONGEST) + [64, 16, 8, 4, 2, 1]:
            copied = self.trimmed(document, width)
            if len(json.dumps(copied)) <= LONGEST:
                break
        return copied

    def trimmed(self, value, width):
        """A copy in which no array has more than `width` elements; objects keep at least 32 members."""
        if not isinstance(value, (dict, list)):
            return value
        keys = list(value) if isinstance(value, dict) else range(len(value))
        bound = max(width, 32) if isinstance(value, dict) else width
        if len(keys) > bound:
            keys = [keys[index] for index in sorted(self.random.sample(range(len(keys)), bound))]
        if isinstance(value, dict):
            return {key: self.trimmed(value[key], width) for key in keys}
        return [self.trimmed(value[key], width) for key in keys]

    # Each kind changes the value at a key of an object or array, or returns False if it cannot.

    def change_type(self, container, key):
        container[key] = copy.deepcopy(self.random.choice(SAMPLES))
        return True

    def remove(self, container, key):
        value = container[key]
        if not isinstance(value, (dict, list)) or not value:
            return False
        del value[self.random.choice(list(value)) if isinstance(value, dict) else -1]
        return True

    def new_value(self):
        pool = self.random.choice([SAMPLES, self.hints.values or SAMPLES])
        return copy.deepcopy(self.random.choice(pool))

    def new_name(self):
        name = self.random.choice(self.hints.names)
        return self.random.choice([name, name, name.swapcase(), name + "x", "", "x-y", "e\u0301"])

    def add_member(self, container, key):
        if not isinstance(container[key], dict):
            return False
        container[key][self.new_name()] = self.new_value()
        return True

    def copy_member(self, container, key):
        value = container[key]
        if not isinstance(value, dict) or not value:
            return False
        value[self.new_name()] = copy.deepcopy(value[self.random.choice(list(value))])
        return True

    def rename_member(self, container, key):
        if not isinstance(container, dict):
            return False
        renamed = {(self.new_name() if name == key else name): v for name, v in container.items()}
        container.clear()
        container.update(renamed)
        return True

    def change_number(self, container, key):
        value = container[key]
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return False
        pool = NUMBERS + self.hints.numbers + self.hints.sizes
        near = self.random.choice([value, self.random.choice(pool)])
        changed = near + self.random.choice([0, 1, -1, 0.5, -0.5, 1e-9])
        if isinstance(changed, int) and abs(changed) < 2**53 and self.random.random() < 0.2:
            changed = float(changed)
        container[key] = changed
        return True

    def change_length(self, container, key):
        value = container[key]
        if not isinstance(value, str):
            return False
        size = self.random.choice([0, 1, len(value) - 1, len(value) + 1, *self.hints.sizes[:200]])
        size = max(0, size + self.random.choice([-1, 0, 0, 1]))
        text = value + self.random.choice(CHARACTERS) * size
        container[key] = text[:size]
        return True

    def change_character(self, container, key):
        value = container[key]
        if not isinstance(value, str):
            return False
        at = self.random.randint(0, len(value))
        rest = value[at + self.random.randint(0, 1) :]
        container[key] = self.random.choice(
            [value[:at] + self.random.choice(CHARACTERS) + rest, value.swapcase(), value[:at] + rest]
        )
        return True

    def use_value(self, container, key):
        if not self.hints.values:
            return False
        container[key] = copy.deepcopy(self.random.choice(self.hints.values))
        return True

    def change_array(self, container, key):
        value = container[key]
        if not isinstance(value, list):
            return False
        if not value or self.random.random() < 0.2:
            value.append(self.new_value())
            return True
        times = self.random.choice([1, 1, 2, *self.hints.sizes[:200]])
        extra = [self.random.choice(value) for _ in range(min(times, 50))]
        value[self.random.choice([0, len(value)]) : 0] = copy.deepcopy(extra)
        return True

    def transplant(self, container, key):
        other, place = self.random.choice(places([self.some_document()]))
        container[key] = other[place]
        return True


def places(root):
    """Every (container, key) in a list that contains only the document."""
    found, open_containers = [], [root]
    while open_containers:
        container = open_containers.pop()
        for key in container if isinstance(container, dict) else range(len(container)):
            found.append((container, key))
            if isinstance(container[key], (dict, list)):
                open_containers.append(container[key])
    return found

