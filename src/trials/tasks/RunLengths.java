/** Run-length encoding of plain text. */
final class RunLengths {
    private RunLengths() {}

    /**
     * Writes every run of one character as the character followed by the length of the run: {@code "aaab"} becomes
     * {@code "a3b1"}. The empty text stays empty.
     */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && text.charAt(end) == text.charAt(start)) end++;
            encoded.append(text.charAt(start)).append(end - start);
            start = end;
        }
        return encoded.toString();
    }
}

// trial of encode
final class Trial {
    static void run() {
        Check.same("a3b1", RunLengths.encode("aaab"));
        Check.same("", RunLengths.encode(""));
        Check.same("x1y1x1", RunLengths.encode("xyx"));
        Check.same("z12", RunLengths.encode("zzzzzzzzzzzz"));
    }
}
