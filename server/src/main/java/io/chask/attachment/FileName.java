package io.chask.attachment;

/// An uploader's name for a file: shown to people and sent back, never part of a path.
final class FileName {

    private static final int LONGEST = 255;
    private static final String NAMELESS = "file";

    private FileName() {}

    /// The last part of the name, without control characters, direction overrides or halves of surrogate pairs, at most
    /// 255 characters; the ending is kept when it is cut.
    static String clean(String name) {
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        var text = new StringBuilder();
        name.substring(slash + 1).codePoints().filter(FileName::printable).forEach(text::appendCodePoint);
        var cleaned = text.toString().strip();
        if (cleaned.isEmpty() || cleaned.chars().allMatch(c -> c == '.')) {
            return NAMELESS;
        }
        return cleaned.length() <= LONGEST ? cleaned : cut(cleaned);
    }

    // U+202A–202E and U+2066–2069 turn the reading direction, so that "gpj.exe" can be made to look like "exe.jpg".
    private static boolean printable(int c) {
        boolean turning = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
        return !turning && !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    private static String cut(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 20 ? name.substring(dot) : "";
        int length = LONGEST - ending.length();
        int end = Character.isHighSurrogate(name.charAt(length - 1)) ? length - 1 : length;
        return name.substring(0, end) + ending;
    }
}
