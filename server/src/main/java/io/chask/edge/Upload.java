package io.chask.edge;

import java.nio.file.Path;
import java.util.Map;

/// A file that came with a form.
///
/// @param file where its bytes are
/// @param name as the client wrote it: metadata, never a path
/// @param declaredType the media type the client claims, without parameters, in lower case
/// @param size bytes
/// @param fields the form's other members
public record Upload(Path file, String name, String declaredType, long size, Map<String, String> fields) {
    public Upload {
        fields = Map.copyOf(fields);
    }
}
