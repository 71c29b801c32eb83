/**
 * Long-running jobs: the request answers 202, and the job runs in the background, reports its
 * progress and can be cancelled.
 */
package org.arobase.platform.jobs;
