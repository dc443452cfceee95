package io.chask.store;

/// What the writer tells about its work. Called on the lanes' threads: must not block.
public interface WriterMetrics {

    /// Tells nobody.
    WriterMetrics NONE = new WriterMetrics() {
        @Override
        public void committed(int drafts, long nanos) {}

        @Override
        public void failed(int drafts) {}
    };

    /// A batch was committed.
    ///
    /// @param nanos from sending the statement to its answer
    void committed(int drafts, long nanos);

    /// A batch failed: the connection broke, or the database refused it and it is tried in halves.
    void failed(int drafts);
}
