/// Where the bytes of files lie: on the server's disk or in any store that speaks S3. Knows ids, never names.
@NullMarked
package io.chask.storage;

import org.jspecify.annotations.NullMarked;
