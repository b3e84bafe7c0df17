"""As much of JSON Schema (2020-12) as docs/item.schema.json uses. A keyword that is not known here is a fault."""

import re

KNOWN = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "required", "additionalProperties", "properties", "items",
    "enum", "const", "pattern", "minLength", "minItems", "minProperties", "minimum",
}
TYPES = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
}


def faults(value, schema, root=None, place="$"):
    """What of `value` is against `schema`, a sentence each."""
    root = root or schema
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, place)
    found = [f"{place}: the schema uses {word}" for word in schema.keys() - KNOWN]
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        return found + [f"{place}: is no {schema['type']}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{place}: {value!r} is none of {schema['enum']}")
    if "const" in schema and value != schema["const"]:
        found.append(f"{place}: {value!r} is not {schema['const']!r}")
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            found.append(f"{place}: {value!r} does not match {schema['pattern']}")
        if len(value) < schema.get("minLength", 0):
            found.append(f"{place}: is too short")
    if isinstance(value, int) and value < schema.get("minimum", value):
        found.append(f"{place}: {value} is too small")
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            found.append(f"{place}: has too few")
        for index, member in enumerate(value):
            found += faults(member, schema.get("items", {}), root, f"{place}[{index}]")
    if isinstance(value, dict):
        if len(value) < schema.get("minProperties", 0):
            found.append(f"{place}: is empty")
        found += [f"{place}: lacks {key}" for key in schema.get("required", []) if key not in value]
        properties = schema.get("properties", {})
        for key, member in value.items():
            if key in properties:
                found += faults(member, properties[key], root, f"{place}.{key}")
            elif schema.get("additionalProperties") is False:
                found.append(f"{place}: has {key}")
    return found
