import Foundation

/// Holds JSON to the part of JSON Schema that our description uses; anything else in a schema is a fault of its own.
struct Schema {
    private static let known: Set<String> = [
        "type", "description", "format", "pattern", "enum", "minimum", "maximum", "maxLength", "required", "properties",
        "additionalProperties", "items", "$ref", "oneOf",
    ]

    let root: [String: Any]

    /// Everything in which a value does not hold.
    func faults(_ value: Any, _ schema: [String: Any], at path: String = "$") -> [String] {
        let strange = schema.keys.filter { !Schema.known.contains($0) }.map { "\(path): keyword \($0)" }
        if let ref = schema["$ref"] as? String { return strange + faults(value, resolved(ref), at: path) }
        if let choices = schema["oneOf"] as? [[String: Any]] {
            let fitting = choices.count { faults(value, $0, at: path).isEmpty }
            return strange + (fitting == 1 ? [] : ["\(path): fits \(fitting) of oneOf"])
        }
        return strange + typeFaults(value, schema, path) + textFaults(value, schema, path)
            + numberFaults(value, schema, path)
            + memberFaults(value, schema, path)
    }

    private func resolved(_ ref: String) -> [String: Any] {
        var node: Any = root
        for part in ref.split(separator: "/").dropFirst() { node = (node as? [String: Any])?[String(part)] ?? [:] }
        return node as? [String: Any] ?? ["missing": ref]
    }

    private func typeFaults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        let wanted = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
        let found = kind(value)
        let fits = wanted.contains(found) || (found == "integer" && wanted.contains("number"))
        var faults = fits ? [] : ["\(path): is \(found), not \(wanted)"]
        if let list = schema["enum"] as? [Any], !list.contains(where: { "\($0)" == "\(value)" }) {
            faults.append("\(path): \(value) is not in the enum")
        }
        return faults
    }

    private func kind(_ value: Any) -> String {
        switch value {
        case is NSNull: "null"
        case let number as NSNumber:
            CFBooleanTest.isBoolean(number)
                ? "boolean" : number.doubleValue == number.doubleValue.rounded() ? "integer" : "number"
        case is String: "string"
        case is [Any]: "array"
        default: "object"
        }
    }

    private func textFaults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        guard let text = value as? String else { return [] }
        let pattern =
            switch schema["format"] as? String {
            case "date": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            case "date-time": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\+08:00$"
            default: schema["pattern"] as? String
            }
        guard let pattern, text.range(of: pattern, options: .regularExpression) == nil else { return [] }
        return ["\(path): \(text) does not fit \(pattern)"]
    }

    private func numberFaults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        guard kind(value) == "integer", let number = (value as? NSNumber)?.intValue else { return [] }
        let least = schema["minimum"] as? Int ?? .min
        return number < least ? ["\(path): \(number) is below \(least)"] : []
    }

    private func memberFaults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
            return list.enumerated().flatMap { faults($0.element, items, at: "\(path)[\($0.offset)]") }
        }
        guard let object = value as? [String: Any] else { return [] }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
            .map { "\(path): \($0) is missing" }
        let closed = (schema["additionalProperties"] as? Bool) == false
        return missing
            + object.flatMap { name, member in
                if let own = properties[name] { return faults(member, own, at: "\(path).\(name)") }
                return closed ? ["\(path): \(name) is not described"] : []
            }
    }
}

private enum CFBooleanTest {
    /// JSONSerialization gives booleans the Objective-C type of a char.
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
