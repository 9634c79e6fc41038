package com.quanticity.ibkr.console.history;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DownloadsConfiguration {

    @Bean
    DownloadBook downloadBook() {
        return new DownloadBook();
    }

    @Bean
    DownloadsPanel downloadsPanel(DownloadBook downloads) {
        return new DownloadsPanel(downloads);
    }
}
