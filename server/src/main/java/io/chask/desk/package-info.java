/// What agents do with conversations besides writing in them: who has one, until when it rests, its tags and notes.
@NullMarked
package io.chask.desk;

import org.jspecify.annotations.NullMarked;
